import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** Validates documents against base R4, without any network; one line for each error: file, place, message. */
public class Validate {
  public static void main(String[] files) throws Exception {
    FhirContext r4 = FhirContext.forR4();
    ValidationSupportChain support = new ValidationSupportChain(
        new DefaultProfileValidationSupport(r4),
        new InMemoryTerminologyServerValidationSupport(r4),
        new CommonCodeSystemsTerminologyService(r4));
    FhirInstanceValidator instances = new FhirInstanceValidator(support);
    instances.setAnyExtensionsAllowed(true);
    instances.setErrorForUnknownProfiles(false);
    FhirValidator validator = r4.newValidator().registerValidatorModule(instances);
    for (String file : files) {
      validator.validateWithResult(Files.readString(Path.of(file))).getMessages().stream()
          .filter(one -> one.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
          .forEach(one -> System.out.println(
              Path.of(file).getFileName() + "\t" + one.getLocationString() + "\t" + one.getMessage().replaceAll("\\s+", " ")));
    }
    System.out.println("validated\t" + files.length);
  }
}
