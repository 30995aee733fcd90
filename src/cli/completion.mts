import type { Command } from "./command.mts";
import { globalOptions } from "./options.mts";

/** Shells that a script can be made for. */
export const shells = ["bash", "zsh", "fish"] as const;

/** A script that completes commands and options in a shell; files complete as the shell has it. */
export function completionScript(shell: (typeof shells)[number], commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name);
  const optionsOf = ({ options }: Command): readonly string[] =>
    Object.keys({ ...options, ...globalOptions }).map((name) => `--${name}`);
  if (shell === "fish")
    return [
      `complete -c postmortem -n __fish_use_subcommand -f -a '${names.join(" ")}'`,
      ...commands.flatMap((command) =>
        Object.entries({ ...command.options, ...globalOptions }).map(
          ([name, { description }]) =>
            `complete -c postmortem -n '__fish_seen_subcommand_from ${command.name}' -l ${name} -d '${description.replace(/['\\]/g, "\\$&")}'`,
        ),
      ),
      "",
    ].join("\n");
  const cases = commands.map((command) => `    ${command.name}) words="${optionsOf(command).join(" ")}" ;;`);
  return [
    ...(shell === "zsh" ? ["autoload -U +X bashcompinit && bashcompinit"] : []),
    "_postmortem() {",
    '  local words="" current="${COMP_WORDS[COMP_CWORD]}"',
    `  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${names.join(" ")}" -- "$current")); return; fi`,
    '  case "${COMP_WORDS[1]}" in',
    ...cases,
    "  esac",
    '  case "$current" in -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;; esac',
    "}",
    "complete -o default -F _postmortem postmortem",
    "",
  ].join("\n");
}
