import { findAll, listOf, parseXml, toXml } from "./xml";

describe("CloudFront's XML", () => {
  it("comes out as it went in", () => {
    const values = `a &#34;b&#34; &#39;c&#39; &lt;d&gt; &amp;amp; &amp;#34; é &#xA; end`;
    const { root, content } = parseXml(`<A xmlns="urn:x"><B>${values}</B><C></C><D>  </D></A>`);
    expect(content).toEqual({ B: `a "b" 'c' <d> &amp; &#34; é \n end`, C: "", D: "  " });
    expect(parseXml(toXml({ root, content }))).toEqual({ root, content });
  });

  it("keeps numbers, leading zeros and booleans as text", () => {
    const { content } = parseXml("<A><B>007</B><C>true</C><D>1e3</D></A>");
    expect(content).toEqual({ B: "007", C: "true", D: "1e3" });
  });

  it("does not take indentation for content", () => {
    expect(parseXml("<A>\n  <B>\n    <C>1</C>\n  </B>\n</A>").content).toEqual({ B: { C: "1" } });
  });

  it("is empty without a body", () => {
    expect(parseXml("")).toEqual({ root: "", content: {} });
  });

  it("finds elements at any depth, one or several", () => {
    const { content } = parseXml("<A><I><Id>1</Id></I><I><Id>2</Id><J><Id>3</Id></J></I></A>");
    expect(findAll(content, "Id")).toEqual(["1", "2", "3"]);
  });

  it("counts what a list holds", () => {
    expect(listOf("CNAME", [])).toEqual({ Quantity: "0" });
    expect(listOf("CNAME", ["a"])).toEqual({ Quantity: "1", Items: { CNAME: ["a"] } });
  });
});
