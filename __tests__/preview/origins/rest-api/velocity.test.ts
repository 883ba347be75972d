import { renderTemplate } from "../../../../preview/origins/rest-api/velocity";

const rendered = (template: string, body: unknown = {}) =>
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
const render = async (template: string, body?: unknown) => (await rendered(template, body))?.text;

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
    ["#foreach($n in $input.params().querystring.keySet())$util.urlEncode($n);#end", "scope;a+b;"],
    ["$util.escapeJavaScript($input.path('$.quote'))", 'it\\\'s \\"so\\"'],
    ["$util.base64Decode($util.base64Encode($input.path('$.name')))", "Ann"],
    ["$util.parseJson('{\"a\":1}').a $util.urlDecode('a+b%20c')", "1 a b c"],
    ["$input.path('$').toString()", '{name=Ann, tags=[x, y], quote=it\'s "so", home={city=Bonn}}'],
    ["#if($input.path('$').toString().contains('Bonn'))in#end", "in"],
    ["$input.path('$.name').isEmpty() $input.path('$.name').length()", "false 3"],
    [
      "$input.path('$.name').equals('Ann') $input.path('$.name').equalsIgnoreCase('ann')",
      "true true",
    ],
    ["$input.path('$.name').matches('A.*') $input.path('$.name').replaceAll('n+', 'm')", "true Am"],
    ["$input.path('$.quote').replaceAll('(s)o', '[$1]')", 'it\'s "[s]"'],
    ["#set($text = 'a.b..')$text.split('[.]').size()", "2"],
    ["$input.path('$.tags').count() $util.urlEncode('a/b~ü*')", "2 a%2Fb%7E%C3%BC*"],
    ["$input.path('$.tags').contains('x') $input.path('$.tags').isEmpty()", "true false"],
    ["$input.path('$.home').containsKey('city') $input.path('$').values().size()", "true 4"],
    ["## a comment\n$unknown $!unknown", "$unknown "],
  ])("%s gives %j", async (template, expected) => {
    expect(await render(template, user)).toBe(expected);
  });

  it("leaves no trace of the methods that were called in what it prints", async () => {
    const template = "#set($home = $input.path('$.home'))$home.toString() $home.keySet()";
    expect(await render(template, user)).toBe("{city=Bonn} [city]");
  });

  it("keeps what it set in the context", async () => {
    const made = await rendered("#set($context.responseOverride.status = 418)", user);
    expect(made?.context.responseOverride).toMatchObject({ status: 418 });
  });

  it("gives nothing when it is no template", async () => {
    expect(await render("#if(")).toBeUndefined();
  });
});
