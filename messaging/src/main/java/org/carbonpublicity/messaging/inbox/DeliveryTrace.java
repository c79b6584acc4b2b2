package org.carbonpublicity.messaging.inbox;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.carbonpublicity.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Carries the trace of the events on: what a handler does and appends belongs to the trace that
 * made the events. A delivery of events from several traces is linked to each.
 */
@ApplicationScoped
class DeliveryTrace {

  private static final int MOST_LINKS = 16;

  private final Tracer tracer;

  DeliveryTrace(OpenTelemetry telemetry) {
    tracer = telemetry.getTracer("org.carbonpublicity.messaging");
  }

  <T> T around(String topic, List<ReceivedEvent> events, Callable<T> work) throws Exception {
    Set<String> parents = new LinkedHashSet<>();
    for (ReceivedEvent event : events) {
      if (event.traceparent() != null && parents.size() < MOST_LINKS) {
        parents.add(event.traceparent());
      }
    }
    SpanBuilder builder =
        tracer
            .spanBuilder("process " + topic)
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("messaging.destination.name", topic)
            .setAttribute("messaging.batch.message_count", events.size());
    boolean first = true;
    for (String parent : parents) {
      Context context = extract(parent);
      if (first) {
        builder.setParent(context);
        first = false;
      } else {
        SpanContext linked = Span.fromContext(context).getSpanContext();
        builder.addLink(linked);
      }
    }
    Span span = builder.startSpan();
    try (Scope scope = span.makeCurrent()) {
      return work.call();
    } catch (Exception e) {
      span.setStatus(StatusCode.ERROR);
      throw e;
    } finally {
      span.end();
    }
  }

  private static Context extract(String traceparent) {
    return W3CTraceContextPropagator.getInstance()
        .extract(Context.root(), traceparent, TraceParent.INSTANCE);
  }

  private enum TraceParent implements TextMapGetter<String> {
    INSTANCE;

    @Override
    public Iterable<String> keys(String carrier) {
      return List.of("traceparent");
    }

    @Override
    public @Nullable String get(@Nullable String carrier, String key) {
      return key.equals("traceparent") ? carrier : null;
    }
  }
}
