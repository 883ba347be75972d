import { createServer } from "node:https";
import type { TlsOptions } from "node:tls";
import { httpOrigin } from "../../../../preview/origins/http-origin";
import { authority, type Certificate, serverCertificate } from "../support/certificates";
import { read, request } from "../support/exchange";
import { closeServers, listen } from "../support/listen";
import { settings } from "../support/origin-settings";

const NAME = "app.example.com";
let root: Certificate;
let intermediate: Certificate;

beforeAll(async () => {
  root = await authority("Test Root");
  intermediate = await authority("Test Intermediate", root);
});
afterAll(closeServers);

async function ask(
  certificate: Certificate,
  options: {
    readonly host?: string;
    readonly ca?: string;
    readonly server?: TlsOptions;
    readonly sslProtocols?: readonly string[];
    readonly serverName?: string;
    readonly allowedCertificateNames?: readonly string[];
  } = {},
) {
  const { key, cert } = certificate;
  const { serverName, allowedCertificateNames } = options;
  const port = await listen(
    createServer({ key, cert, ...options.server }, (_, out) => out.end("hi")),
  );
  const origin = httpOrigin({
    origin: settings({
      domainName: NAME,
      sslProtocols: options.sslProtocols ?? ["TLSv1.2"],
      ...(serverName === undefined ? {} : { serverName }),
      ...(allowedCertificateNames === undefined ? {} : { allowedCertificateNames }),
    }),
    url: `https://127.0.0.1:${port}`,
    ca: options.ca ?? root.cert,
  });
  try {
    return await read(await origin(request("/", { host: options.host ?? NAME })));
  } finally {
    origin.close();
  }
}
const failsWith = (message: RegExp) => ({
  name: "OriginFailure",
  reason: "tls",
  message: expect.stringMatching(message),
});

describe("the certificate of a custom origin", () => {
  it("is accepted from one's own authority when it names the origin's domain", async () => {
    expect(await ask(await serverCertificate([NAME], root))).toMatchObject({
      status: 200,
      text: "hi",
    });
  });

  it("may name the domain by a wildcard", async () => {
    expect((await ask(await serverCertificate(["*.example.com"], root))).status).toBe(200);
  });

  it("may name the forwarded Host instead", async () => {
    const certificate = await serverCertificate(["www.example.com"], root);
    expect((await ask(certificate, { host: "www.example.com" })).status).toBe(200);
  });

  it("may come with its chain", async () => {
    const { key, cert } = await serverCertificate([NAME], intermediate);
    expect((await ask({ key, cert: `${cert}\n${intermediate.cert}` })).status).toBe(200);
  });

  it("is refused when its chain is not in order", async () => {
    const second = await authority("Second Intermediate", intermediate);
    const { key, cert } = await serverCertificate([NAME], second);
    const chain = (...certificates: Certificate[]) => ({
      key,
      cert: [cert, ...certificates.map((one) => one.cert)].join("\n"),
    });
    expect((await ask(chain(second, intermediate))).status).toBe(200);
    expect((await ask(chain(second, intermediate, root))).status).toBe(200);
    await expect(ask(chain(intermediate, second))).rejects.toMatchObject(failsWith(/not in order/));
  });

  it("cannot be seen out of order from a server that speaks only TLS 1.3", async () => {
    const certificate = await serverCertificate([NAME], root);
    expect((await ask(certificate, { server: { minVersion: "TLSv1.3" } })).status).toBe(200);
  });

  it("is refused without the rest of its chain", async () => {
    await expect(ask(await serverCertificate([NAME], intermediate))).rejects.toMatchObject(
      failsWith(/chain is incomplete/),
    );
  });

  it("is refused when it is self-signed", async () => {
    await expect(ask(await serverCertificate([NAME]))).rejects.toMatchObject(
      failsWith(/self-signed/),
    );
  });

  it("is refused when nobody trusts its authority", async () => {
    const certificate = await serverCertificate([NAME], root);
    await expect(ask(certificate, { ca: "" })).rejects.toMatchObject(failsWith(/authority/));
  });

  it("is refused when it has expired", async () => {
    const certificate = await serverCertificate([NAME], root, { expired: true });
    await expect(ask(certificate)).rejects.toMatchObject(failsWith(/expired/));
  });

  it("is refused when it names neither the domain nor the Host", async () => {
    const certificate = await serverCertificate(["localhost", "other.example.com"], root);
    await expect(ask(certificate)).rejects.toMatchObject(
      failsWith(
        /names DNS:localhost, DNS:other\.example\.com, but CloudFront asks for "app\.example\.com"/,
      ),
    );
  });

  it("is asked for by the name that a function chose", async () => {
    const asked: string[] = [];
    const certificate = await serverCertificate(["sni.example.net"], root);
    const server: TlsOptions = {
      SNICallback: (name, done) => {
        asked.push(name);
        done(null);
      },
    };
    expect((await ask(certificate, { server, serverName: "sni.example.net" })).status).toBe(200);
    expect(new Set(asked)).toEqual(new Set(["sni.example.net"]));
  });

  it.each([["sni.example.net"], ["*.example.net"]])(
    "may name %s instead, when a function allows it",
    async (allowed) => {
      const certificate = await serverCertificate(["sni.example.net"], root);
      expect((await ask(certificate, { allowedCertificateNames: [allowed] })).status).toBe(200);
    },
  );

  it("may have the wildcard that a function allows", async () => {
    const certificate = await serverCertificate(["*.example.net"], root);
    const allowedCertificateNames = ["*.example.net"];
    expect((await ask(certificate, { allowedCertificateNames })).status).toBe(200);
  });

  it("is refused when it has none of the names that a function allows", async () => {
    const certificate = await serverCertificate([NAME, "a.b.example.net"], root);
    const allowedCertificateNames = ["other.example.com", "*.example.net"];
    await expect(ask(certificate, { allowedCertificateNames })).rejects.toMatchObject(
      failsWith(/CloudFront asks for "other\.example\.com" or "\*\.example\.net"/),
    );
  });

  it("is checked even if the environment says otherwise", async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    try {
      await expect(ask(await serverCertificate([NAME]))).rejects.toMatchObject(
        failsWith(/self-signed/),
      );
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });
});

describe("origin_ssl_protocols", () => {
  const old: TlsOptions = {
    minVersion: "TLSv1.1",
    maxVersion: "TLSv1.1",
    ciphers: "DEFAULT@SECLEVEL=0",
  };
  it("refuse an origin that speaks only an older version", async () => {
    const certificate = await serverCertificate([NAME], root);
    await expect(ask(certificate, { server: old })).rejects.toMatchObject(failsWith(/TLS/));
  });

  it("reach it when they list its version", async () => {
    const certificate = await serverCertificate([NAME], root);
    const sslProtocols = ["TLSv1.1", "TLSv1.2"];
    expect((await ask(certificate, { server: old, sslProtocols })).status).toBe(200);
  });
});

it("names the host in the handshake", async () => {
  const { key, cert } = await serverCertificate([NAME], root);
  const names: string[] = [];
  const SNICallback: TlsOptions["SNICallback"] = (name, done) => {
    names.push(name);
    done(null);
  };
  await ask({ key, cert }, { server: { SNICallback } });
  await ask({ key, cert }, { server: { SNICallback }, host: "www.example.com" });
  expect([...new Set(names)]).toEqual([NAME, "www.example.com"]);
});
