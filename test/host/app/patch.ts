/** Replaces members of a mock, on one object or on a prototype, by ones that do something. */
export function patch<T extends object>(target: T, members: Partial<T> & ThisType<T>): void {
  define(target, Object.getOwnPropertyDescriptors(members));
}

/** Adds members that the public API does not name. */
export function extend(target: object, members: object): void {
  define(target, Object.getOwnPropertyDescriptors(members));
}

function define(target: object, members: Readonly<Record<string, PropertyDescriptor>>): void {
  for (const [name, descriptor] of Object.entries(members)) {
    Object.defineProperty(target, name, { ...descriptor, configurable: true, enumerable: false });
  }
}

/** Reads a member that the public API does not name. */
export function internal(target: object, name: string): unknown {
  return Reflect.get(target, name);
}

/** Calls a method that is protected or that the public API does not name. */
export async function invoke(target: object, name: string, ...parameters: readonly unknown[]): Promise<unknown> {
  const method: unknown = Reflect.get(target, name);
  return typeof method === "function" ? await Reflect.apply(method, target, parameters) : undefined;
}
