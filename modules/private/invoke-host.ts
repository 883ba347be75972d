// The host inside a URL that only Terraform knows.
import { Fn } from "cdktf";

/** Cuts the host out of `https://<host>/<path>`; Terraform does it, the URL being a token. */
export function hostOf(url: string): string {
  return Fn.replace(url, "/^https?://([^/]*).*/", "$1");
}
