package day2.registry;

/**
 * What people should know of a registered model and of one version of it.
 *
 * @param purpose what the model is for, whichever version of it is used
 * @param team who answers for the model
 * @param change what is new in this version
 * @param dataVersion which version of the data this version was trained on
 */
public record Card(String purpose, String team, String change, String dataVersion) {}
