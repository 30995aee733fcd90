import type { Texts } from "../english";
import { problems } from "./problems";

export const german: Texts = { problems };
