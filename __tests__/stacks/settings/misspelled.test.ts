import { misspelledSettings } from "../../../stacks/settings/misspelled";
import { optionalVariables, SAMPLES, sampleVariables } from "../../support/sample-settings";

describe("misspelledSettings", () => {
  it.each([
    ["STATE_BACKET", "STATE_BUCKET"],
    ["STATE_BUCKETS", "STATE_BUCKET"],
    ["SITE_DRIR", "SITE_DIR"],
    ["ENVIROMENT", "ENVIRONMENT"],
    ["HTTP_ORIGINS", "HTTPS_ORIGINS"],
    ["BEANSTALK_ENVIRONMENT", "BEANSTALK_ENVIRONMENTS"],
  ])("%s reminds of %s", (name, meant) => {
    expect(misspelledSettings({ [name]: "x", PATH: "/bin" })).toEqual([
      `${name} is no setting and is not read; did you mean ${meant}?`,
    ]);
  });

  it("lets everything else be that an environment has", () => {
    const env = {
      PATH: "",
      HOME: "",
      COLS: "",
      LINES: "",
      AWS_PROFILE: "",
      NODE_ENV: "",
      API_KEY: "",
    };
    expect(misspelledSettings(env)).toEqual([]);
  });

  it.each(SAMPLES)("takes no setting of the sample %s for another one", (sample) => {
    const optional = Object.keys(optionalVariables(sample)).map((name) => [name, ""]);
    const state = sampleVariables("state");
    expect(
      misspelledSettings({ ...Object.fromEntries(optional), ...state, ...sampleVariables(sample) }),
    ).toEqual([]);
  });

  it("is silent where the settings are refused", () => {
    expect(misspelledSettings({ STATE_BACKET: "x", STATE_BACKEND: "gcs" })).toEqual([]);
  });
});
