/** Enough to read a type plate, small enough for a weak network: about 300 KB instead of 5 MB. */
const longestEdgePixels = 1600;
const jpegQuality = 0.85;

/** The picture turned upright, at most 1600 px long, as JPEG without the camera's data about place and device; throws for what is no picture. */
export const scaledPhoto = async (file: Blob): Promise<Blob> => {
  const picture = await createImageBitmap(file);
  const { width, height } = scaledSize(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas to draw on');
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', jpegQuality);
  });
};

/** The size that keeps the shape and never enlarges. */
export const scaledSize = (width: number, height: number): { width: number; height: number } => {
  const factor = Math.min(1, longestEdgePixels / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
};
