import type { Block } from "../../../synthesized/stack";
import { distributionsOf, originsOf } from "../../../validations/facts/distribution";
import { UNKNOWN } from "../../../validations/facts/value";

const read = (config: Block) => {
  const [distribution] = distributionsOf({
    locals: { api: "backend" },
    resource: { aws_cloudfront_distribution: { site: config } },
  });
  if (distribution === undefined) throw new Error("no distribution");
  return distribution;
};

const targetsOf = (config: Block) => {
  const distribution = read(config);
  return distribution.behaviors.map((behavior) =>
    originsOf(distribution, behavior).map(({ part }) => part),
  );
};

describe("distributionsOf", () => {
  it("finds the origin whose id is the same expression, whatever its value", () => {
    expect(
      targetsOf({
        origin: [{ origin_id: "S3-${var.name}" }, { origin_id: "${local.api}" }],
        ordered_cache_behavior: { path_pattern: "/api/*", target_origin_id: "backend" },
        default_cache_behavior: { target_origin_id: "S3-${var.name}" },
      }),
    ).toEqual([['origin "backend"'], ['origin "S3-${var.name}"']]);
  });

  it.each(["${var.other}", "${unknown(aws_s3_bucket.a.id)}", "${uuid()}"])(
    "does not know which origin %s is",
    (target) => {
      const { behaviors } = read({
        origin: [{ origin_id: "${unknown(aws_s3_bucket.a.id)}" }, { origin_id: "${uuid()}" }],
        default_cache_behavior: { target_origin_id: target },
      });
      expect(behaviors.map(({ target: found }) => found)).toEqual([UNKNOWN]);
    },
  );

  it("names origins and behaviors by the values that Terraform would print", () => {
    const { origins, behaviors } = read({
      origin: [{ origin_id: "${local.api}" }, { origin_id: "${var.other}" }],
      ordered_cache_behavior: [{ path_pattern: "/${local.api}/*" }, { path_pattern: "${var.p}" }],
    });
    expect([...origins, ...behaviors].map(({ part }) => part)).toEqual([
      'origin "backend"',
      'origin "${var.other}"',
      'behavior "/backend/*"',
      'behavior "${var.p}"',
    ]);
  });
});
