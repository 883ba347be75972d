import { bucketNameProblem } from "../../../modules/private/bucket-name";

it.each(["abc", "my-site.example.com", "a1-b2", "x".repeat(63)])("S3 takes %s", (name) => {
  expect(bucketNameProblem(name)).toBeUndefined();
});

it.each([
  "ab",
  "x".repeat(64),
  "My-Site",
  "my_site",
  "-site",
  "site-",
  "a..b",
  "192.168.5.4",
  "xn--site",
  "site-s3alias",
  "site--x-s3",
])("S3 refuses %s", (name) => {
  expect(bucketNameProblem(name)).toMatch(/^must/);
});
