// Blocks that may stand several times, and so zero times: `"ordered_cache_behavior": []`.
//
// Obtained like the names in `map-attributes.ts`, for the resources this project is about:
// CloudFront, S3, API Gateway, Lambda, IAM documents, logs and alarms, ACM, Route 53, WAF and load
// balancers. For any other resource an empty list stays an attribute: better an error from
// `terraform validate` than a list that is lost.

const EVERYWHERE = `
  abort_incomplete_multipart_upload action alias_target and api_stages assume_role
  assume_role_with_web_identity attribute authenticate_cognito authenticate_oidc
  capacity_provider_strategy cidr_routing_config condition coordinates cors_rule
  custom_data_identifier custom_error_response custom_header custom_key custom_response_body
  data_protection default_action default_tags delivery_destination_configuration endpoints
  expiration filter fixed_response forward function_association geolocation geoproximity_location
  global_secondary_index grant header_order host_header http_header http_request_method
  ignore_tags inline_policy insert_header lambda_function lambda_function_association
  lifecycle_rule local_secondary_index location managed_rule_group_configs match_pattern member
  metric_query noncurrent_version_expiration noncurrent_version_transition not_principals
  ordered_cache_behavior ordered_placement_strategy origin origin_group path_pattern
  pipeline_parameter_list placement_constraint query_string queue redacted_fields redirect
  regular_expression replica request_body request_parameter resource_record_set resource_records
  response_header route_settings routing_rule rule_action_override rule_label rules
  run_command_targets session_stickiness_config setting single_header_config single_weight_config
  source_access_configuration source_ip staging_distribution_dns_names statement stickiness
  subnet_mapping tag target_failover target_grant target_group target_health_state
  text_transformation throttle tiering topic traffic_config transition validation_option vpc
  vpc_origin_endpoint_config
`;

/**
 * Where each name is a repeated block: everywhere, or exactly in these places. `.*` at the end of a
 * place means anywhere below it.
 */
export const REPEATED_BLOCKS: Readonly<Record<string, "everywhere" | readonly string[]>> = {
  ...Object.fromEntries(
    EVERYWHERE.trim()
      .split(/\s+/)
      .map((name) => [name, "everywhere" as const]),
  ),
  context: ["data.aws_iam_principal_policy_simulation"],
  headers: ["aws_wafv2_rule_group.*", "aws_wafv2_web_acl.*"],
  items: [
    "aws_cloudfront_field_level_encryption_config.content_type_profile_config.content_type_profiles",
    "aws_cloudfront_field_level_encryption_config.query_arg_profile_config.query_arg_profiles",
    "aws_cloudfront_field_level_encryption_profile.encryption_entities",
    "aws_cloudfront_response_headers_policy.custom_headers_config",
    "aws_cloudfront_response_headers_policy.remove_headers_config",
  ],
  origin_ssl_protocols: ["aws_cloudfront_vpc_origin.vpc_origin_endpoint_config"],
  principals: ["data.aws_iam_policy_document.statement"],
  response_parameters: ["aws_apigatewayv2_integration"],
  rule: [
    "aws_s3_bucket.object_lock_configuration",
    "aws_s3_bucket.server_side_encryption_configuration",
    "aws_s3_bucket_lifecycle_configuration",
    "aws_s3_bucket_object_lock_configuration",
    "aws_s3_bucket_ownership_controls",
    "aws_s3_bucket_replication_configuration",
    "aws_s3_bucket_server_side_encryption_configuration",
    "aws_wafv2_rule_group",
    "aws_wafv2_web_acl",
  ],
  values: ["data.aws_lb_listener_rule.condition.query_string"],
};
