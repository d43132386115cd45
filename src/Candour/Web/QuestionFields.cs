namespace Candour.Web;

/// <summary>The fields in which a question is named and chosen.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Target">A permanent reference, or the address of a page.</param>
/// <param name="Pin">Pinned to its snapshot, or always the latest.</param>
public sealed record QuestionFields(TextField Title, TextField Target, SelectField Pin)
{
    public static QuestionFields Of(string title, string target, string pin) => new(
        new TextField("title", "Title of the question", "As people will read it, without names", title, ""),
        new TextField("target", "What it shows", "The permanent reference of a figure, or the address of a page of figures as it stands in your browser", target, ""),
        new SelectField(
            "pin", "pin", "Which figure",
            [new ChoiceGroup("", [new Choice("latest", "the latest, whenever somebody looks"), new Choice("pinned", "this very figure, of its snapshot")])], pin));
}
