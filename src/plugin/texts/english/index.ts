import { problems } from "./problems";

export const english = { problems };

export type Texts = typeof english;
