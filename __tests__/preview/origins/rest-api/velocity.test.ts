import { renderTemplate } from "../../../../preview/origins/rest-api/velocity";

const render = (template: string, body: unknown = {}) =>
  renderTemplate(template, {
    body: JSON.stringify(body),
    params: { path: { id: "7" }, querystring: { scope: "internal", "a b": "c" }, header: {} },
    param: (name) => ({ scope: "internal", id: "7" })[name] ?? "",
    variables: {
      context: { requestId: "r1", identity: { sourceIp: "192.0.2.1", caller: null } },
      stageVariables: { table: "users" },
    },
    values: {},
  });

describe("a mapping template", () => {
  const user = { name: "Ann", tags: ["x", "y"], quote: 'it\'s "so"', home: { city: "Bonn" } };

  it.each<[string, string]>([
    ['{"statusCode": 200}', '{"statusCode": 200}'],
    ["$input.body", JSON.stringify(user)],
    ["$input.json('$.home') $input.json('$.tags[1]')", '{"city":"Bonn"} "y"'],
    ["$input.path('$.name') $input.path('$.home.city')", "Ann Bonn"],
    ["$input.params('id') ${input.params('none')}", "7 "],
    ["$context.requestId $context.identity.sourceIp [$context.identity.caller]", "r1 192.0.2.1 []"],
    ["$stageVariables.table ${stageVariables.table}", "users users"],
    ["#set($root = $input.path('$'))$root.name has $root.tags.size() tags", "Ann has 2 tags"],
    ["#foreach($tag in $input.path('$.tags'))$tag#if($foreach.hasNext),#end#end", "x,y"],
    ["#if($input.params('scope') == \"internal\")in#{else}out#end", "in"],
    [
      "#foreach($n in $input.params().querystring.keySet())$util.urlEncode($n);#end",
      "scope;a%20b;",
    ],
    ["$util.escapeJavaScript($input.path('$.quote'))", 'it\\\'s \\"so\\"'],
    ["$util.base64Decode($util.base64Encode($input.path('$.name')))", "Ann"],
    ["$util.parseJson('{\"a\":1}').a $util.urlDecode('a+b%20c')", "1 a b c"],
    ["## a comment\n$unknown $!unknown", "$unknown "],
  ])("%s gives %j", async (template, expected) => {
    expect(await render(template, user)).toBe(expected);
  });

  it("gives nothing when it is no template", async () => {
    expect(await render("#if(")).toBeUndefined();
  });
});
