package dev.kindling.mlflow;

import java.security.SecureRandom;
import java.util.Locale;
import org.mlflow.api.proto.Service.CreateExperiment;
import org.mlflow.api.proto.Service.ExperimentTag;
import org.mlflow.tracking.MlflowClient;

/**
 * A corner of the tracking server: experiments and model names that no other check uses, each call
 * another. A check or an example asks for it as a parameter; its lab says {@code tracking = true}.
 *
 * <p>What is made here stays for a while, so that the learner finds it on the server's page.
 */
public final class TrackingSpace {

  /** The tag that tells which lab made an experiment or a model. */
  public static final String LAB_TAG = "kindling.lab";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SUFFIX_RANGE = 36 * 36 * 36 * 36 * 36;

  private final TrackingContext context;
  private final MlflowClient client;

  public TrackingSpace(TrackingContext context) {
    this.context = context;
    this.client = new MlflowClient(context.uri());
  }

  /** Drawn for each name, because one space serves all checks of a run. */
  private static String suffix() {
    return "%5s"
        .formatted(Integer.toString(RANDOM.nextInt(SUFFIX_RANGE), 36))
        .replace(' ', '0')
        .toLowerCase(Locale.ROOT);
  }

  /** Where the server is, such as {@code http://127.0.0.1:5000}; what a task is handed. */
  public String uri() {
    return context.uri();
  }

  /** The stock client, to look at what an answer left. */
  public MlflowClient client() {
    return client;
  }

  /**
   * Makes an experiment of this check's own.
   *
   * @param name what it is for, such as {@code compare models}
   * @return its id
   */
  public String experiment(String name) {
    CreateExperiment.Builder experiment =
        CreateExperiment.newBuilder()
            .setName("%s: %s (%s)".formatted(context.lab(), name, suffix()))
            .addTags(ExperimentTag.newBuilder().setKey(LAB_TAG).setValue(context.lab()));
    return client.createExperiment(experiment.build());
  }

  /**
   * A name for a registered model that nobody else uses.
   *
   * @param name what it is for, such as {@code wine}
   */
  public String modelName(String name) {
    return prefix(context) + "%s-%s".formatted(name, suffix());
  }

  /** What the names of a lab's models begin with. */
  static String prefix(TrackingContext context) {
    return context.lab().replace('/', '-') + "-";
  }
}
