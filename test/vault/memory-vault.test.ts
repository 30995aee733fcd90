import { describe } from "vitest";
import { createMemoryVault } from "./memory-vault";
import { itKeepsTheVaultContract } from "./vault-contract";

describe("vault in memory", () => {
  itKeepsTheVaultContract((files) => {
    const vault = createMemoryVault(files);
    return Promise.resolve({
      vault,
      stored: (path) => {
        const text = vault.files.get(path);
        return Promise.resolve(typeof text === "string" ? text : null);
      },
    });
  });
});
