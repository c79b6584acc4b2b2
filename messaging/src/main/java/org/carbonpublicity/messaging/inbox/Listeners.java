package org.carbonpublicity.messaging.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import org.carbonpublicity.messaging.EventHandler;
import org.carbonpublicity.messaging.MessagingConfig;

/** All listeners of this instance, one for each handler the service offers. */
@ApplicationScoped
public class Listeners {

  private final List<TopicListener> listeners = new ArrayList<>();

  Listeners(
      @Any Instance<EventHandler> handlers,
      Delivery delivery,
      DeliveryTrace trace,
      MessagingConfig config) {
    handlers.forEach(handler -> listeners.add(new TopicListener(handler, delivery, trace, config)));
  }

  public void start() {
    listeners.forEach(TopicListener::start);
  }

  public void stop() {
    listeners.forEach(TopicListener::stop);
  }

  /** Topics whose listener has not come round for too long. */
  public List<String> stalled() {
    return listeners.stream().filter(l -> !l.alive()).map(TopicListener::topic).toList();
  }
}
