declare module 'virtual:land' {
  /** Rings of longitude and latitude. */
  const rings: [number, number][][];
  export default rings;
}
