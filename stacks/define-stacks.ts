import type { Construct } from "constructs";
import { BeanstalkStack } from "./beanstalk-stack";
import { HttpsOriginStack } from "./https-origin-stack";
import { ReverseProxyStack } from "./reverse-proxy-stack";
import type { Settings } from "./settings";
import { SpaAlbStack } from "./spa-alb-stack";
import { SpaApiStack } from "./spa-api-stack";
import { StateStack } from "./state-stack";

/** Defines every stack that the settings ask for; `state` and `spa-api` always. */
export function defineStacks(scope: Construct, settings: Settings): void {
  const { beanstalk, httpsOrigins, reverseProxy, spaAlb } = settings;
  new StateStack(scope, "state", settings);
  new SpaApiStack(scope, "spa-api", settings);
  if (reverseProxy) new ReverseProxyStack(scope, "reverse-proxy", settings, reverseProxy);
  if (spaAlb) new SpaAlbStack(scope, "spa-alb", settings, spaAlb);
  if (beanstalk) new BeanstalkStack(scope, "beanstalk", settings, beanstalk);
  if (httpsOrigins) new HttpsOriginStack(scope, "https-origin", settings, httpsOrigins);
}
