import { terminalText } from "../../../cli/preview/terminal-text";

it.each([
  ["\u001b[31mred\u001b[0m", "\\u001b[31mred\\u001b[0m"],
  ["\u001b]0;title\u0007", "\\u001b]0;title\\u0007"],
  ["a\r\nb", "a\\u000d\\u000ab"],
  ["\u009b2J", "\\u009b2J"],
  ["abc\u202Efed", "abc\\u202efed"],
  ["plain → ü", "plain → ü"],
])("shows %j as %j (V13)", (text, shown) => {
  expect(terminalText(text)).toBe(shown);
});
