import { createHash } from "node:crypto";
import { ApiGatewayAuthorizer } from "@cdktf/provider-aws/lib/api-gateway-authorizer";
import { ApiGatewayDeployment } from "@cdktf/provider-aws/lib/api-gateway-deployment";
import { ApiGatewayIntegration } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayResource } from "@cdktf/provider-aws/lib/api-gateway-resource";
import { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import { ApiGatewayStage } from "@cdktf/provider-aws/lib/api-gateway-stage";
import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { type IResolveContext, Lazy, type TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { type PathNode, pathId, pathNodes } from "./private/api-routes";
import { validateRoutes } from "./private/check-routes";
import { addErrorHeaders, addPreflight } from "./rest-api-cors";
import type { ApiRoute, RestApiProps, TokenAuthorizer } from "./rest-api-props";

/**
 * A regional API Gateway REST API with one stage. Its deployment is replaced exactly when its
 * definition changes: the hash is taken from what is synthesized, without values that only AWS knows.
 *
 * Terraform makes the new deployment before it deletes a route that is no longer there, so the stage
 * answers it until the next one: `terraform apply -replace=aws_api_gateway_deployment.deployment`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export class RestApi extends Construct {
  readonly restApi: ApiGatewayRestApi;
  readonly stage: ApiGatewayStage;
  private readonly definition: TerraformResource[] = [];
  private readonly handlers = new Set<LambdaFunction>();
  private readonly authorizers = new Map<string, string>();

  constructor(scope: Construct, id: string, props: RestApiProps) {
    super(scope, id);
    validateRoutes(this.node.path, props.routes, props.cors);

    this.restApi = new ApiGatewayRestApi(this, "rest_api", {
      name: props.name,
      endpointConfiguration: { types: ["REGIONAL"] },
      disableExecuteApiEndpoint: props.disableExecuteApiEndpoint,
      lifecycle: { createBeforeDestroy: true },
    });
    const restApiId = this.restApi.id;
    const resources = this.addResources(pathNodes(props.routes.map(({ path }) => path)));
    for (const route of props.routes) this.addRoute(route, resources);
    if (props.cors === true) {
      for (const path of new Set(props.routes.map((route) => route.path))) {
        const target = { restApiId, resourceId: this.resourceId(path, resources) };
        this.definition.push(...addPreflight(this.pathScope(path), target));
      }
      this.definition.push(...addErrorHeaders(this, restApiId));
    }
    for (const handler of this.handlers) this.allow(handler);

    const deployment = new ApiGatewayDeployment(this, "deployment", {
      restApiId,
      triggers: {
        redeployment: Lazy.stringValue({ produce: (context) => this.definitionHash(context) }),
      },
      lifecycle: { createBeforeDestroy: true },
      dependsOn: this.definition,
    });
    this.stage = new ApiGatewayStage(this, "stage", {
      restApiId,
      deploymentId: deployment.id,
      stageName: props.stageName,
      // Another name is another stage: the old one answers until the distribution asks the new one.
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private addResources(nodes: readonly PathNode[]): ReadonlyMap<string, string> {
    const ids = new Map([["/", this.restApi.rootResourceId]]);
    for (const { path, part, parent } of nodes) {
      const resource = new ApiGatewayResource(this.pathScope(path), "Resource", {
        restApiId: this.restApi.id,
        parentId: this.resourceId(parent, ids),
        pathPart: part,
      });
      this.definition.push(resource);
      ids.set(path, resource.id);
    }
    return ids;
  }

  private addRoute(route: ApiRoute, resources: ReadonlyMap<string, string>): void {
    const method = route.method ?? "ANY";
    const scope = this.methodScope(route.path, method);
    const common = {
      restApiId: this.restApi.id,
      resourceId: this.resourceId(route.path, resources),
    };
    const declared = new ApiGatewayMethod(scope, "Method", {
      ...common,
      httpMethod: method,
      ...this.authorization(route.authorization ?? "NONE"),
    });
    const integration = new ApiGatewayIntegration(scope, "Integration", {
      ...common,
      httpMethod: declared.httpMethod,
      type: "AWS_PROXY",
      // Lambda is invoked with POST whatever the viewer's method.
      integrationHttpMethod: "POST",
      uri: route.handler.invokeArn,
    });
    this.handlers.add(route.handler);
    this.definition.push(declared, integration);
  }

  private authorization(by: NonNullable<ApiRoute["authorization"]>) {
    if (typeof by === "string") return { authorization: by };
    return { authorization: "CUSTOM", authorizerId: this.authorizerId(by) };
  }

  /** The same authorizer is one of the API's, however many routes use it. */
  private authorizerId({ handler, header, resultTtlSeconds }: TokenAuthorizer): string {
    const key = JSON.stringify([handler.node.path, header, resultTtlSeconds]);
    const known = this.authorizers.get(key);
    if (known !== undefined) return known;
    const id =
      this.authorizers.size === 0 ? "authorizer" : `authorizer_${this.authorizers.size + 1}`;
    const authorizer = new ApiGatewayAuthorizer(this, id, {
      name: id,
      restApiId: this.restApi.id,
      type: "TOKEN",
      authorizerUri: handler.invokeArn,
      identitySource: `method.request.header.${header ?? "Authorization"}`,
      authorizerResultTtlInSeconds: resultTtlSeconds ?? 0,
    });
    this.definition.push(authorizer);
    this.handlers.add(handler);
    this.authorizers.set(key, authorizer.id);
    return authorizer.id;
  }

  private allow(handler: LambdaFunction): void {
    new LambdaPermission(handler, "ApiPermission", {
      statementId: "AllowApiGateway",
      action: "lambda:InvokeFunction",
      functionName: handler.functionName,
      principal: "apigateway.amazonaws.com",
      sourceArn: `${this.restApi.executionArn}/*/*`,
    });
  }

  private resourceId(path: string, resources: ReadonlyMap<string, string>): string {
    return resources.get(path) ?? this.restApi.rootResourceId;
  }

  private pathScope(path: string): Construct {
    const id = pathId(path);
    return (this.node.tryFindChild(id) as Construct | undefined) ?? new Construct(this, id);
  }

  /** `ANY` is the plain case and stays out of the address. */
  private methodScope(path: string, method: string): Construct {
    const scope = this.pathScope(path);
    return method === "ANY" ? scope : new Construct(scope, method.toLowerCase());
  }

  /** Hashes what is synthesized; the functions' names count, since their ARNs hang on them. */
  private definitionHash(context: IResolveContext): string {
    const hash = createHash("sha256");
    const names = [...this.handlers].map(({ functionNameInput }) => functionNameInput);
    // It takes effect in a stage when that gets a deployment.
    const isClosed = this.restApi.disableExecuteApiEndpointInput;
    const deployed = [
      ...this.definition.map((element) => element.toTerraform()),
      ...names,
      ...(isClosed === undefined ? [] : [isClosed]),
    ];
    for (const content of deployed) {
      hash.update(JSON.stringify(context.resolve(content), withoutMetadata));
    }
    return hash.digest("hex");
  }
}

function withoutMetadata(key: string, value: unknown): unknown {
  return key === "//" ? undefined : value;
}
