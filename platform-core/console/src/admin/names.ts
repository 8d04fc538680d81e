/** The name in `CN=Sundby IT,O=Sundby kommun`, or all of it when there is none. */
export const commonName = (subject: string) =>
  /(?:^|, ?)CN=((?:\\.|[^,\\])+)/i.exec(subject)?.[1]?.replace(/\\(.)/g, '$1') ?? subject;
