/** What modules get when they import `lit`: the very copy the console runs on. */
export * from 'lit';
