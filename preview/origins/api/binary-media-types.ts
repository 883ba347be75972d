/** Whether a media type is one of an API's `binary_media_types`; `*` in them stands for anything. */
export function isBinary(mediaType: string | undefined, binaryTypes: readonly string[]): boolean {
  const plain = (mediaType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const [type, subtype] = plain.split("/");
  return binaryTypes.some((binary) => {
    const [binaryType, binarySubtype] = binary.toLowerCase().split("/");
    if (binaryType === "*" && binarySubtype === "*") return true;
    if (plain === "") return false;
    return (
      (binaryType === "*" || binaryType === type) &&
      (binarySubtype === "*" || binarySubtype === subtype)
    );
  });
}

/** The first media type that a client accepts: the only one that API Gateway looks at. */
export function firstAccepted(accept: string | undefined): string | undefined {
  return accept?.split(",")[0]?.trim();
}
