package hongli.web;

import hongli.web.problem.Edge;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// How requests find their endpoint: by the exact address, with bytes in and out, and one place for what goes wrong.
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class Counter implements WebMvcConfigurer {
    /// Says no to unknown addresses without a line in the log for each: that would be for strangers to fill.
    private static final class Dispatcher extends DispatcherServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void noHandlerFound(HttpServletRequest request, HttpServletResponse response) {
            throw Problem.of(Trouble.PATH_UNKNOWN).rejection();
        }
    }

    @Bean
    DispatcherServlet dispatcherServlet() {
        var dispatcher = new Dispatcher();
        // Nobody listens.
        dispatcher.setPublishEvents(false);
        return dispatcher;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.disableDefaults().addCustomConverter(new ByteArrayHttpMessageConverter());
    }

    @Override
    public void configureHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(new Edge());
    }
}
