/** The stacks that are there when their settings are, with the settings that call them. */
export const OPTIONAL_STACKS = {
  "reverse-proxy": "REVERSE_PROXY=on",
  "spa-alb": "ALB_DNS_NAME, ALB_ARN or ALB_TAGS",
  beanstalk: "BEANSTALK_ENVIRONMENTS",
  "https-origin": "HTTPS_ORIGINS",
} as const;
