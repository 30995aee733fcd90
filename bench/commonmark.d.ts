/** The part of the yardstick that is used; it is installed by the benchmarks themselves. */
declare module "commonmark" {
  export class Parser {
    parse(text: string): object;
  }
}
