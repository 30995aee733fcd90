/** Names of the file in which a team keeps its settings beside its notes, to be reviewed like text. */
export const teamSettingsNames = ["postmortem.config.json", "postmortem.config.yml", "postmortem.config.yaml"] as const;
