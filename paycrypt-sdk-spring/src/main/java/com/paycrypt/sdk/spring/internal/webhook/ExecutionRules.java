package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import java.lang.reflect.Method;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.interceptor.AsyncExecutionInterceptor;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * Finds code that runs elsewhere, later or not at all: its delivery would be answered 200 before it is handled, and
 * PayCrypt delivers once.
 */
final class ExecutionRules {
    private static final String RESPONSE_RULE =
            " A delivery is answered 200 when the code that handles it has returned, and PayCrypt delivers once.";

    private final ConfigurableListableBeanFactory beans;

    ExecutionRules(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** The bean is an object or the name of one. */
    void requireHere(String code, Object bean, Class<?> type, Method method) {
        if (!Future.class.isAssignableFrom(method.getReturnType()) && runsElsewhere(bean, type, method)) {
            throw new PayCryptConfigurationException(
                    code + " handles PayCrypt's webhooks and is @Async: what it throws would be lost." + RESPONSE_RULE,
                    "Remove @Async from the method and its class, or return a CompletableFuture, which is awaited."
                            + " For a response at once and retries after it, set paycrypt.webhook.replay=jdbc.");
        }
    }

    void requireRun(AwaitingListener listener) {
        if (!listener.runsAlways()) {
            throw new PayCryptConfigurationException(
                    listener.name() + " would not be called: PayCrypt's deliveries are published outside of a"
                            + " transaction, and a @TransactionalEventListener without fallbackExecution (or an"
                            + " @EventListener with defaultExecution = false) waits for one." + RESPONSE_RULE,
                    "Make it an @EventListener, with @Transactional where it writes to the database, or set"
                            + " fallbackExecution = true.");
        }
        requireHere(listener.name(), listener.beanName(), listener.type(), listener.method());
    }

    void requireNoTransactionalListener(Object listener) {
        if (isTransactional(listener.getClass())) {
            throw new PayCryptConfigurationException(
                    listener.getClass().getSimpleName() + " for WebhookEvent waits for the end of a transaction, and"
                            + " PayCrypt's deliveries are published outside of one." + RESPONSE_RULE,
                    "Make it an @EventListener in the application context that has PayCrypt's beans, with"
                            + " @Transactional where it writes to the database.");
        }
    }

    /** By name: the transactions of Spring need not be on the class path. */
    private static boolean isTransactional(@Nullable Class<?> type) {
        return type != null
                && (Stream.of(type.getInterfaces())
                                .anyMatch(each -> each.getName()
                                                .equals(
                                                        "org.springframework.transaction.event.TransactionalApplicationListener")
                                        || isTransactional(each))
                        || isTransactional(type.getSuperclass()));
    }

    private boolean runsElsewhere(Object bean, Class<?> type, Method method) {
        return (isAsyncEnabled() && isAnnotated(type, method)) || isAdvised(instance(bean), type, method);
    }

    private boolean isAsyncEnabled() {
        return beans.containsBean(TaskManagementConfigUtils.ASYNC_ANNOTATION_PROCESSOR_BEAN_NAME)
                || beans.containsBean(TaskManagementConfigUtils.ASYNC_EXECUTION_ASPECT_BEAN_NAME);
    }

    private static boolean isAnnotated(Class<?> type, Method method) {
        return AnnotatedElementUtils.hasAnnotation(AopUtils.getMostSpecificMethod(method, type), Async.class)
                || AnnotatedElementUtils.hasAnnotation(type, Async.class);
    }

    /** Annotations of the application's own, and pointcuts, show in the proxy alone. */
    private static boolean isAdvised(@Nullable Object bean, Class<?> type, Method method) {
        return bean instanceof Advised proxy
                && Stream.of(proxy.getAdvisors()).anyMatch(advisor -> isAsync(advisor, type, method));
    }

    private static boolean isAsync(Advisor advisor, Class<?> type, Method method) {
        return advisor.getAdvice() instanceof AsyncExecutionInterceptor
                && (!(advisor instanceof PointcutAdvisor pointcut)
                        || (pointcut.getPointcut().getClassFilter().matches(type)
                                && pointcut.getPointcut().getMethodMatcher().matches(method, type)));
    }

    private @Nullable Object instance(Object bean) {
        return bean instanceof String name ? beans.getSingleton(name) : bean;
    }
}
