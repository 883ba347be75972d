// The same system as the stacks `state` and `spa-api`, as an AWS CDK app.
import { App, RemovalPolicy, Stack } from "aws-cdk-lib";
import { EndpointType, LambdaRestApi } from "aws-cdk-lib/aws-apigateway";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  OriginRequestPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { RestApiOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, Source } from "aws-cdk-lib/aws-s3-deployment";

const app = new App();

const privateBucket = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  versioned: true,
};
const state = new Stack(app, "state");
new Bucket(state, "StateBucket", { ...privateBucket, removalPolicy: RemovalPolicy.RETAIN });

const stack = new Stack(app, "spa-api");
const bucket = new Bucket(stack, "Frontend", privateBucket);
new BucketDeployment(stack, "Site", {
  sources: [Source.asset("../../assets/site")],
  destinationBucket: bucket,
});
const handler = new LambdaFunction(stack, "Handler", {
  runtime: Runtime.NODEJS_22_X,
  handler: "index.handler",
  code: Code.fromAsset("../../assets/handlers/api"),
});
const api = new LambdaRestApi(stack, "Api", {
  handler,
  deployOptions: { stageName: "api" },
  endpointConfiguration: { types: [EndpointType.REGIONAL] },
});
const fallback = new EdgeFunction(stack, "Fallback", {
  code: FunctionCode.fromFile({ filePath: "../../assets/functions/spa-fallback.js" }),
  runtime: FunctionRuntime.JS_2_0,
});
new Distribution(stack, "Distribution", {
  defaultRootObject: "index.html",
  defaultBehavior: {
    origin: S3BucketOrigin.withOriginAccessControl(bucket),
    functionAssociations: [{ function: fallback, eventType: FunctionEventType.VIEWER_REQUEST }],
  },
  additionalBehaviors: {
    "/api/*": {
      origin: new RestApiOrigin(api, { originPath: "" }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    },
  },
});
app.synth();
