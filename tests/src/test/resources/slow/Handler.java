package com.openfaas.function;

import com.openfaas.model.AbstractHandler;
import com.openfaas.model.IRequest;
import com.openfaas.model.IResponse;
import com.openfaas.model.Response;
import java.util.concurrent.locks.LockSupport;

/** Answers after as many seconds as the body says. */
public final class Handler extends AbstractHandler {
  @Override
  public IResponse Handle(IRequest request) {
    long end = System.nanoTime() + Long.parseLong(request.getBody().strip()) * 1_000_000_000;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    Response response = new Response();
    response.setContentType("text/plain; charset=utf-8");
    response.setBody("slept");
    return response;
  }
}
