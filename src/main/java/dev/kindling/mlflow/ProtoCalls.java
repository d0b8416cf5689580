package dev.kindling.mlflow;

import dev.kindling.mlflow.rest.MlflowException;
import dev.kindling.mlflow.rest.Query;
import dev.kindling.mlflow.rest.RestClient;
import java.util.Collection;
import java.util.Map;
import org.mlflow_project.google.protobuf.Descriptors.FieldDescriptor;
import org.mlflow_project.google.protobuf.InvalidProtocolBufferException;
import org.mlflow_project.google.protobuf.Message;
import org.mlflow_project.google.protobuf.MessageOrBuilder;
import org.mlflow_project.google.protobuf.util.JsonFormat;

/** Calls the server with the stock client's messages, which cross the wire as JSON. */
final class ProtoCalls {

  private final RestClient server;

  ProtoCalls(RestClient server) {
    this.server = server;
  }

  <B extends Message.Builder> B get(String endpoint, MessageOrBuilder request, B answer) {
    return read(
        endpoint, server.text("GET", RestClient.API + endpoint, query(request), null), answer);
  }

  <B extends Message.Builder> B post(String endpoint, MessageOrBuilder request, B answer) {
    return send("POST", endpoint, request, answer);
  }

  <B extends Message.Builder> B patch(String endpoint, MessageOrBuilder request, B answer) {
    return send("PATCH", endpoint, request, answer);
  }

  void post(String endpoint, MessageOrBuilder request) {
    send("POST", endpoint, request);
  }

  void delete(String endpoint, MessageOrBuilder request) {
    send("DELETE", endpoint, request);
  }

  private <B extends Message.Builder> B send(
      String method, String endpoint, MessageOrBuilder request, B answer) {
    return read(endpoint, send(method, endpoint, request), answer);
  }

  private String send(String method, String endpoint, MessageOrBuilder request) {
    return server.text(method, RestClient.API + endpoint, Query.NONE, json(request));
  }

  private static String json(MessageOrBuilder message) {
    try {
      return JsonFormat.printer()
          .preservingProtoFieldNames()
          .omittingInsignificantWhitespace()
          .print(message);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(
          "Cannot write a %s as JSON.".formatted(message.getDescriptorForType().getName()), e);
    }
  }

  private static Query query(MessageOrBuilder message) {
    Query query = Query.NONE;
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      String name = field.getKey().getName();
      if (field.getValue() instanceof Collection<?> several) {
        for (Object one : several) {
          query = query.and(name, one.toString());
        }
      } else {
        query = query.and(name, field.getValue().toString());
      }
    }
    return query;
  }

  private <B extends Message.Builder> B read(String endpoint, String text, B answer) {
    try {
      JsonFormat.parser().ignoringUnknownFields().merge(text, answer);
      return answer;
    } catch (InvalidProtocolBufferException e) {
      throw MlflowException.of(
          "The server at '%s' answered %s with something unknown: is it an MLflow server?"
              .formatted(server.server(), endpoint),
          e);
    }
  }
}
