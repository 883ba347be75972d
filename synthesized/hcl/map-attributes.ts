// Which names hold a map and not a nested block.
//
// Terraform's JSON writes `tags = { … }` and `origin { … }` alike. The names below are all
// attributes of type map or object that a configuration can set, in every resource, data source and
// the provider block of hashicorp/aws 5.100.0, as `terraform providers schema -json` lists them.
// `__tests__/terraform/hcl-schema.test.ts` compares them with the provider that is installed.

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Attributes of type map or object, wherever they stand. */
export const MAP_ATTRIBUTES: ReadonlySet<string> = new Set(
  words(`
    additional_encryption_context additional_version_weights advanced_options
    airflow_configuration_options allocation_resource_tags ami_tags arguments athena_properties
    attribute_mapping attributes authentication_request_extra_params backup_options client_metadata
    client_properties column_to_json_key_mappings command_line_arguments connector_configuration
    container_environment_variables context credentials_map custom_properties default_arguments
    default_run_properties driver_opts dynamic_parameters encryption_context_equals
    encryption_context_subset entity_overrides environment_variables event_configurations
    expression_attribute_names extra_params final_backup_tags global_settings group_weights
    header_parameters hyperparameters incident_tags input_paths instance_tags job_tags label_set
    labels locale_specification log_destination maintenance_configuration mappings
    non_overridable_arguments parameter_overrides parameters ports principal_tags profile_properties
    properties property_map provider_details query_string_parameters recovery_point_tags
    regional_parameters request_models request_parameters request_templates requests
    required_claims resource_tags resource_type_management_preference
    resource_type_opt_in_preference response_models response_parameters response_templates
    restore_metadata_overrides roles runtime_environment_secrets runtime_environment_variables
    session_attributes skewed_column_value_location_maps stage_variable_overrides stage_variables
    staging_area_tags supported_login_providers table_configurations tag_map tags tags_all
    tags_to_add target_tags task_properties test_bot_alias_tags token_signing_public_keys
    token_url_custom_properties triggers validation_data values_importance_map variable_tags
    variables video_codec_options volume_tags weights
  `),
);

/** Names above that are blocks after all, and where: a type, or a path of blocks in it. */
export const BLOCKS_NAMED_LIKE_MAPS: Readonly<Record<string, readonly string[]>> = {
  attributes: words(
    "aws_globalaccelerator_accelerator aws_globalaccelerator_custom_routing_accelerator",
  ),
  context: words("data.aws_iam_principal_policy_simulation"),
  parameters: words(`
    aws_bedrockagent_agent_action_group aws_controltower_control aws_dax_parameter_group
    aws_dlm_lifecycle_policy aws_glue_ml_transform aws_kinesis_firehose_delivery_stream
    aws_quicksight_analysis aws_quicksight_dashboard aws_quicksight_data_source
    aws_redshiftdata_statement aws_resourcegroups_group
  `),
  properties: words("aws_iot_billing_group aws_iot_thing_group aws_iot_thing_type"),
  resource_tags: words(`
    aws_inspector2_filter aws_rbin_rule aws_securityhub_automation_rule aws_securityhub_insight
  `),
  response_parameters: words("aws_apigatewayv2_integration"),
  roles: words("aws_auditmanager_assessment"),
  tags: words(`
    aws_ce_anomaly_subscription.threshold_expression aws_ce_cost_category.rule
    aws_codepipeline.trigger aws_devopsguru_resource_collection
    aws_quicksight_data_set.logical_table_map aws_transfer_workflow.on_exception_steps
    aws_transfer_workflow.steps data.aws_ce_tags data.aws_devopsguru_resource_collection
  `),
};

/** Names that are blocks nearly everywhere, and the few places where they are maps. */
export const MAPS_NAMED_LIKE_BLOCKS: Readonly<Record<string, readonly string[]>> = {
  configuration: words("aws_codepipeline"),
  connection_properties: words("aws_glue_connection"),
  dimensions: words(`
    aws_autoscalingplans_scaling_plan aws_cloudwatch_log_metric_filter aws_cloudwatch_metric_alarm
  `),
  encryption_configuration: words("aws_s3tables_table aws_s3tables_table_bucket"),
  endpoints: words("aws_lambda_event_source_mapping"),
  environment: words(`
    aws_lightsail_container_service_deployment_version aws_sagemaker_data_quality_job_definition
    aws_sagemaker_model
  `),
  limits: words("aws_batch_job_definition"),
  metadata: words("aws_s3_bucket_object aws_s3_object aws_s3_object_copy"),
  options: words("aws_ecs_service"),
  permissions: words("aws_ssm_document"),
  user_defined_fields: words("aws_securityhub_automation_rule.actions"),
  // Other providers' types, from their documentation.
  config: words("data.terraform_remote_state"),
  defaults: words("data.terraform_remote_state"),
  input: words("terraform_data"),
  triggers_replace: words("terraform_data"),
  keepers: words(
    "random_bytes random_id random_integer random_password random_pet random_shuffle random_string random_uuid",
  ),
  query: words("data.external"),
  request_headers: words("data.http"),
};

/** Attributes that may be lists of maps, and where. */
export const LISTS_OF_MAPS: Readonly<Record<string, readonly string[]>> = {
  input: words("terraform_data"),
  resource_tags: words("aws_accessanalyzer_analyzer"),
  triggers_replace: words("terraform_data"),
};
