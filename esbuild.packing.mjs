// Packs texts that say much twice: each piece that comes often is written once, and a sign stands for it wherever it
// was. Pieces are packed themselves: where `-` stands for "ation" and `+` for "notific-", "+s" is "notifications".
//
// Which pieces are worth it shows by trial. All letters are pieces to begin with. Neighbours that are often together
// are tried as one; every text is taken apart again into what is shortest; and a piece that takes more bytes than it
// saves is given up, until none is left that does.

/** ASCII that may stand for a piece: all but what a string literal would have to escape. */
const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index)).filter(
  (sign) => !"$\\`".includes(sign),
);

/**
 * A sign that in UTF-8 takes two bytes, by its place: a letter of Latin, or of Greek and Cyrillic, none of which joins
 * with its neighbours or runs from right to left.
 */
function signOfTwoBytes(index) {
  return String.fromCharCode(index + (index < 594 ? 0xae : 0x3a3 - 594));
}
const signsOfTwoBytes = Array.from({ length: 818 }, (_, index) => signOfTwoBytes(index));

/** Stands before what was a capital letter, so that a word is the same piece where a list or a sentence begins. */
const capital = "#";

/** How often new pieces are looked for, and of how many known ones they may consist. */
const searches = 4;
const mostParts = 6;
/** How many more than half of the pieces that do not pay are given up at once; with fewer, it takes longer. */
const haste = 40;

const bytesOf = (text) => Buffer.byteLength(text);

/** The pieces that a text may be made of, each with the bytes that stand for it: a tree of their letters. */
function treeOf(sizes) {
  const root = { next: new Map(), size: Infinity };
  for (const [piece, size] of sizes) {
    let node = root;
    for (const sign of piece) {
      if (!node.next.has(sign)) node.next.set(sign, { next: new Map(), size: Infinity });
      node = node.next.get(sign);
    }
    node.size = size;
  }
  return root;
}

/** A text as the pieces that together take the fewest bytes; of a piece, smaller ones than itself. */
function taken(text, tree, isPiece) {
  const sizes = new Array(text.length + 1).fill(0);
  const ends = [];
  for (let start = text.length - 1; start >= 0; start--) {
    sizes[start] = Infinity;
    let node = tree.next.get(text[start]);
    for (let end = start + 1; node !== undefined; node = node.next.get(text[end++])) {
      const size = node.size + sizes[end];
      if (size > sizes[start] || (isPiece && end - start === text.length)) continue;
      sizes[start] = size;
      ends[start] = end;
    }
  }
  const pieces = [];
  for (let start = 0; start < text.length; start = ends[start]) pieces.push(text.slice(start, ends[start]));
  return { pieces, size: sizes[0] };
}

/** The pieces for texts, with the bytes that stand for each, and the texts and pieces in terms of them. */
function piecesFor(texts) {
  const sizes = new Map([...texts.join("")].map((sign) => [sign, bytesOf(sign)]));
  for (let search = 0; ; search++) {
    let parsed = settled(texts, sizes);
    if (search === searches) return { sizes, parsed };
    for (const piece of worthTrying([...parsed.values()], sizes)) sizes.set(piece, 2);
  }
}

/** Gives up what does not pay, until everything does and has a sign. */
function settled(texts, sizes) {
  for (;;) {
    const tree = treeOf(sizes);
    const parsed = new Map(texts.map((text) => [text, taken(text, tree, false)]));
    for (const piece of sizes.keys()) if (piece.length > 1) parsed.set(piece, taken(piece, tree, true));
    const counts = new Map();
    for (const { pieces } of parsed.values())
      for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    const gainOf = (piece) => {
      const { size } = parsed.get(piece);
      return (counts.get(piece) ?? 0) * (size - sizes.get(piece)) - size;
    };
    const byGain = [...sizes.keys()]
      .filter((piece) => piece.length > 1)
      .map((piece) => ({ piece, gain: gainOf(piece) }))
      .sort((a, b) => a.gain - b.gain);
    const losers = byGain.filter(({ gain }) => gain <= 0).length;
    const surplus = [...sizes.values()].filter((size) => size < 3).length - ascii.length - signsOfTwoBytes.length;
    const givenUp = losers > 0 ? Math.min(losers, Math.ceil(losers / 2) + haste) : Math.max(surplus, 0);
    for (const { piece } of byGain.slice(0, givenUp)) sizes.delete(piece);
    giveSizes(sizes, counts);
    if (givenUp === 0) return parsed;
  }
}

/** Gives the shortest signs to what is there most often. */
function giveSizes(sizes, counts) {
  const ranked = [...sizes.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  let left = ascii.length;
  for (const piece of ranked) {
    // A sign of three bytes that is rare stands for itself.
    if (piece.length === 1 && bytesOf(piece) === 3 && (counts.get(piece) ?? 0) <= 3) sizes.set(piece, 3);
    else sizes.set(piece, left-- > 0 ? 1 : 2);
  }
}

/** Neighbours that are together often enough to pay, if a sign of one byte were to stand for them. */
function worthTrying(parsed, sizes) {
  const found = new Map();
  for (const { pieces } of parsed)
    for (let first = 0; first < pieces.length; first++) {
      let piece = pieces[first];
      let size = sizes.get(piece);
      for (const next of pieces.slice(first + 1, first + mostParts)) {
        piece += next;
        size += sizes.get(next);
        if (!found.has(piece)) found.set(piece, { size, count: 0 });
        found.get(piece).count++;
      }
    }
  return [...found].flatMap(([piece, { size, count }]) =>
    !sizes.has(piece) && count * (size - 1) > size ? [piece] : [],
  );
}

/**
 * Texts, packed: each a line of `text`. A sign of `ones` stands for the piece at its place in `short`, one of two bytes
 * for that at its place in `long`, and any other sign for itself. Pieces of as many signs stand in one line: those of
 * one sign, which are a letter and not to be unpacked, in the first, those of two in the second, and so on.
 */
export function packed(texts) {
  const marked = texts.map((text) => {
    if (/[#\n]|\p{Cs}|[^\0-\uffff]/u.test(text)) throw new Error(`What cannot be packed: ${text}`);
    return text.replace(/\p{Lu}/gu, (letter) => capital + letter.toLowerCase());
  });
  const { sizes, parsed } = piecesFor(marked);
  const itself = [...sizes].filter(([piece, size]) => size === 3 || (size === 1 && ascii.includes(piece)));
  const signs = new Map(itself.map(([sign]) => [sign, sign]));
  const lengthOf = (piece) => (piece.length === 1 ? 1 : parsed.get(piece).pieces.length);
  const [short, long] = [1, 2].map((wanted) =>
    [...sizes.keys()]
      .filter((piece) => sizes.get(piece) === wanted && !signs.has(piece))
      .sort((a, b) => lengthOf(a) - lengthOf(b)),
  );
  const ones = ascii.filter((sign) => !signs.has(sign)).slice(0, short.length);
  for (const [index, piece] of short.entries()) signs.set(piece, ones[index]);
  for (const [index, piece] of long.entries()) signs.set(piece, signsOfTwoBytes[index]);
  const inSigns = (text) =>
    parsed
      .get(text)
      .pieces.map((piece) => signs.get(piece))
      .join("");
  const lines = (pieces) => {
    const byLength = new Array(Math.max(0, ...pieces.map(lengthOf))).fill("");
    for (const piece of pieces) byLength[lengthOf(piece) - 1] += piece.length === 1 ? piece : inSigns(piece);
    return byLength.join("\n");
  };
  return { ones: ones.join(""), short: lines(short), long: lines(long), text: marked.map(inSigns).join("\n") };
}

/** The counterpart: a function that unpacks a line of `text`. It takes apart only the pieces that it comes upon. */
function unpacking(ones, short, long) {
  const packedPieces = () => {
    const pieces = new Map();
    const add = (lines, signAt) => {
      let index = 0;
      for (const [before, line] of lines.split("\n").entries()) {
        const length = before + 1;
        for (let at = 0; at < line.length; at += length) pieces.set(signAt(index++), line.slice(at, at + length));
      }
    };
    add(short, (index) => ones[index]);
    add(long, signOfTwoBytes);
    return pieces;
  };
  let pieces;
  let anySign;
  const known = new Map();
  const pieceOf = (sign) => {
    let piece = known.get(sign);
    if (piece === undefined) {
      piece = pieces.get(sign);
      if (piece.length > 1) piece = piece.replace(anySign, pieceOf);
      known.set(sign, piece);
    }
    return piece;
  };
  return (text) => {
    pieces ??= packedPieces();
    anySign ??= new RegExp(`[\\xae-\\u0482${ones.replace(/[\]^-]/g, "\\$&")}]`, "g");
    return text.replace(anySign, pieceOf).replace(/#./g, (letter) => letter[1].toUpperCase());
  };
}

/** The same as part of what is built. */
export const unpackingSource = `${signOfTwoBytes}\n${unpacking}`;
