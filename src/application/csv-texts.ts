/** Bytes that are not UTF-8 become U+FFFD, by which their row is known. A file in UTF-16 has a NUL beside every letter: `refusal` says what it is not. */
export async function* csvTexts(bytes: AsyncIterable<Uint8Array>, refusal: () => Error): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for await (const piece of bytes) {
    if (piece.includes(0)) throw refusal()
    yield decoder.decode(piece, { stream: true })
  }
  yield decoder.decode()
}
