package org.assay.web;

import io.quarkus.qute.TemplateInstance;

/** A page with a form, that can be shown once more with what was typed when it is refused. */
public interface FormPage {

    /**
     * @param id of the thing whose page this is; 0 where the path has none
     * @param form what was typed and why it was refused
     */
    TemplateInstance again(long id, Form form);
}
