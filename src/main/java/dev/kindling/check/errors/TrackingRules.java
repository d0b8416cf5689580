package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.util.List;

/** What an MLflow server refuses, whatever client was asked: its own words are looked for. */
final class TrackingRules {

  private TrackingRules() {}

  static List<Rule> all() {
    return List.of(
        rule("version-without-run")
            .message(
                "Invalid model version source: '(?<source>[^']*)'\\. (?:The|To use a local path as a model"
                    + " version source, the) run_id request parameter")
            .said(
                "The server does not take {source} for a version without being told which run logged it.")
            .next("Give the run's id as well: createModelVersion(name, source, runId)."),
        rule("param-logged-before")
            .message(
                "Param with key='(?<key>[^']*)' was already logged with value='(?<old>[^']*)' for run"
                    + " ID='[^']*'\\. Attempted logging new value '(?<new>[^']*)'")
            .said(
                "The param {key} of this run is {old}, and a param that is written stays: {new} was refused.")
            .next(
                "Log it to a run of its own, or as a tag or a metric, which may be written again."),
        rule("model-exists")
            .message("Registered Model \\(name=(?<name>.*?)\\) already exists")
            .said("There is a registered model {name} already.")
            .next("Leave it and add a version to it; create only a name that is new."),
        rule("model-missing")
            .message("Registered Model with name=(?<name>.*?) not found")
            .said("This server has no registered model {name}.")
            .next("Create it first, and compare the names: capitals count."),
        rule("version-missing")
            .message("Model Version \\(name=(?<name>.*?), version=(?<version>.*?)\\) not found")
            .said("The registered model {name} has no version {version}, or not any more.")
            .next("Ask searchModelVersions which there are."),
        rule("alias-missing")
            .message("Registered model alias (?<alias>.*) not found")
            .said("The registered model has no alias {alias}.")
            .next(
                "Set it first with setRegisteredModelAlias, or look at getAliasesList of the registered"
                    + " model: capitals count."),
        rule("run-missing")
            .message("Run with id=(?<id>.*?) not found")
            .said("This server has no run with the id {id}.")
            .next(
                "Use the id that createRun returned, not the run's name, on the server that made it."),
        rule("run-deleted")
            .message("The run (?<id>\\S+) must be in the 'active' state")
            .said("The run {id} was deleted, and nothing can be logged to it.")
            .next("Bring it back with restoreRun, or create another."),
        rule("experiment-exists")
            .message("Experiment\\(name=(?<name>.*?)\\) already exists")
            .said("There is an experiment {name} already.")
            .next("Ask for it by its name before you create one, and use its id."),
        rule("experiment-missing")
            .message("No Experiment with id=(?<id>.*?) exists")
            .said("This server has no experiment with the id {id}.")
            .next(
                "Use the id that createExperiment returned, or ask for the experiment by its name."),
        rule("filter-attribute")
            .message("Invalid attribute key '(?<key>[^']*)' specified")
            .said("The filter compares {key}, and runs have no attribute of that name.")
            .next("Say where it was logged: metrics.{key}, params.{key} or tags.{key}."));
  }
}
