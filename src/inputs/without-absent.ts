/** The same object without the members that are undefined: what is absent must not be sent. */
export function withoutAbsent<T extends object>(members: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T
}
