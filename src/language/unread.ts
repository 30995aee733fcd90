/**
 * Languages that are told from those that are read but are not read themselves: by words that none of those that are
 * read has, or by a script.
 */
export const unreadLanguages: readonly { readonly name: string; readonly common: readonly string[] }[] = [
  {
    name: "Italian",
    common: ["il", "della", "che", "sono", "è", "stato", "alle", "dei", "nel", "gli", "anche", "non"],
  },
  { name: "Dutch", common: ["het", "een", "van", "niet", "werd", "voor", "zijn", "ook", "naar", "wij", "deze", "met"] },
  {
    name: "Polish",
    common: ["nie", "się", "jest", "został", "przez", "oraz", "był", "dla", "czas", "została", "od", "było"],
  },
  { name: "Swedish", common: ["och", "att", "det", "som", "inte", "för", "på", "av", "var", "till", "blev", "ett"] },
  {
    name: "Turkish",
    common: ["ve", "bir", "bu", "için", "ile", "olarak", "sonra", "oldu", "daha", "sistem", "edildi", "olan"],
  },
  { name: "Czech", common: ["byl", "jsou", "které", "při", "jako", "nebo", "bylo", "aby", "pro", "byla", "že", "se"] },
];

/** Scripts of languages that are not read. */
export const unreadScripts: readonly { readonly name: string; readonly letters: RegExp }[] = [
  { name: "a language in Cyrillic script", letters: /[\u0400-\u04ff]/g },
  { name: "Korean", letters: /[\uac00-\ud7af]/g },
  { name: "a language in Arabic script", letters: /[\u0600-\u06ff]/g },
  { name: "Hebrew", letters: /[\u0590-\u05ff]/g },
  { name: "Greek", letters: /[\u0370-\u03ff]/g },
  { name: "Thai", letters: /[\u0e00-\u0e7f]/g },
  { name: "a language in Devanagari script", letters: /[\u0900-\u097f]/g },
];
