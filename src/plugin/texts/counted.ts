export { counting } from "../../base";
