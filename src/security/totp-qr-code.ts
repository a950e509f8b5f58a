/** An SVG image of the otpauth URI, drawn here: the seed is shown to no other service. Black on white in every theme. */
export async function totpQrCode(uri: string): Promise<string> {
  const { toString } = await import('qrcode')
  return toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
}
