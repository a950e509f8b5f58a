/**
 * A GIF, JPG or PNG as PNG in base64; null where the browser cannot read it. The server reads PNG alone and writes the picture
 * anew, so nothing else of the file ever reaches it.
 */
export async function pictureAsPng(file: Blob): Promise<string | null> {
  try {
    const picture = await createImageBitmap(file)
    const canvas = document.createElement('canvas')
    canvas.width = picture.width
    canvas.height = picture.height
    canvas.getContext('2d')?.drawImage(picture, 0, 0)
    const text = canvas.toDataURL('image/png')
    return text.startsWith('data:image/png;base64,') ? text.slice('data:image/png;base64,'.length) : null
  } catch {
    return null
  }
}
