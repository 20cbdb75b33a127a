/**
 * One call to the API. {@link com.paycrypt.sdk.internal.http.ApiClient ApiClient} makes an
 * {@link com.paycrypt.sdk.internal.http.ApiCall ApiCall} of an {@link com.paycrypt.sdk.internal.http.ApiRequest ApiRequest}
 * and the {@link com.paycrypt.sdk.internal.http.ClientRuntime ClientRuntime}, which holds the parts that calls share; a
 * blocking call drives it on the caller's thread, an {@link com.paycrypt.sdk.internal.http.AsyncCall AsyncCall} on the
 * {@link com.paycrypt.sdk.internal.http.AsyncExecutor AsyncExecutor}. The stages of an
 * {@link com.paycrypt.sdk.internal.http.Attempt Attempt}, in order:
 *
 * <ol>
 *   <li>may it begin? ({@code ApiCall.obstacle})
 *   <li>sign: {@link com.paycrypt.sdk.internal.http.RequestSigner RequestSigner}, with the time of the
 *       {@link com.paycrypt.sdk.internal.http.ServerClock ServerClock}
 *   <li>send: {@link com.paycrypt.sdk.internal.http.OkHttpClients OkHttpClients}, last through the
 *       {@link com.paycrypt.sdk.internal.http.SingleUseInterceptor SingleUseInterceptor}
 *   <li>read within limits: {@link com.paycrypt.sdk.internal.http.ApiResponse ApiResponse}
 *   <li>judge: {@link com.paycrypt.sdk.internal.http.ResponseErrors ResponseErrors} with
 *       {@link com.paycrypt.sdk.internal.json.ErrorBody ErrorBody}, or
 *       {@link com.paycrypt.sdk.internal.http.NetworkErrors NetworkErrors}, make an
 *       {@link com.paycrypt.sdk.internal.http.AttemptFailure AttemptFailure}
 *   <li>retry: {@link com.paycrypt.sdk.internal.http.RetryStrategy RetryStrategy}, by the
 *       {@link com.paycrypt.sdk.internal.http.RetryState RetryState} of the call and the
 *       {@link com.paycrypt.sdk.internal.http.RetryBudget RetryBudget} of the client
 *   <li>or report: {@link com.paycrypt.sdk.internal.http.FailureReport FailureReport}
 * </ol>
 *
 * <p>{@link com.paycrypt.sdk.internal.http.CallObservers CallObservers} hear of each of them.
 * {@link com.paycrypt.sdk.internal.http.ClientConfig ClientConfig} and {@link com.paycrypt.sdk.internal.http.BaseUrl BaseUrl}
 * are what a client is built from.
 */
@NullMarked
package com.paycrypt.sdk.internal.http;

import org.jspecify.annotations.NullMarked;
