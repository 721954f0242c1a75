// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/accessform.h"
#include "ui/settings/entriespage.h"
#include "ui/settings/resultcard.h"

class QSpinBox;

namespace sockeye {

//! \brief What the entries of an AddressPage have in common while the user edits them.
struct AddressDraft {
    QString id; //!< names its secret among those of the session
    QString name;
    QString url;
    AccessDraft access;
    bool strict = false; //!< say also what is still missing
    Health health = Health::Unknown; //!< of the last test
    QString note;
    ResultCard::Content result;
    FormField remedy = FormField::None; //!< where to do what the result advises
    QString mendedUrl{}; //!< that the result offers
};

//! \brief A page of things that have a name, an address and a way to sign in, and that can be tried out.
class AddressPage : public EntriesPage {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressPage)

public:
    ~AddressPage() override;

    [[nodiscard]] bool canTest() const final;
    void startTest() final;
    void cancelTest() final;

protected:
    struct Words {
        Texts list;
        QString newEntry; //!< in the list, while it has no name
        QString nameMissing;
        QString urlSample;
        QString urlNote;
        QStringList schemes;
        AccessForm::Kind kind = AccessForm::Kind::Server;
    };

    //! References must outlive the page.
    AddressPage(const SettingsContext &context, DraftSecrets &secrets, Words words, QWidget *parent);

    // Editors for the rows of the page that derives from it.
    [[nodiscard]] QSpinBox *makeSecondsBox(const QString &objectName);
    [[nodiscard]] QSpinBox *makeMebibytesBox(const QString &objectName);
    void watch(QLineEdit *edit);
    //! \brief To be called when such an editor changed.
    void edited();
    //! \brief Closes the form, after its last row.
    void endForm();
    [[nodiscard]] ResultCard &card() { return *m_card; }
    [[nodiscard]] FormFields &fields() { return m_fields; }
    void endTest(Health health, const QString &note, const ResultCard::Content &result);
    struct Remedy {
        FormField field = FormField::None; //!< where to do what the result advises
        QUrl url; //!< that was meant; may be empty
    };
    //! \brief The same of a test that failed.
    void endTest(const QString &note, ResultCard::Content result, const Remedy &remedy);

    //! \brief Shows the field of the current entry and gives it the focus.
    void focusField(FormField field);

    [[nodiscard]] virtual AddressDraft &address(int index) = 0;
    [[nodiscard]] virtual const AddressDraft &address(int index) const = 0;
    [[nodiscard]] virtual Expected<QUrl, UrlProblem> parse(const QString &url) const = 0;
    [[nodiscard]] virtual QString placeOf(const QUrl &url) const = 0; //!< in the list
    virtual void showDetails(int index) = 0; //!< what only this page's form has
    virtual void takeDetails(int index) = 0;
    [[nodiscard]] virtual std::vector<FieldProblem> detailProblems(int index) const;
    virtual void beginTest(int index) = 0; //!< the address and the access of the entry are right
    virtual void abandonTest() = 0; //!< nothing of it may arrive any more

private:
    [[nodiscard]] EntryRow row(int index) const final;
    [[nodiscard]] bool isEntryValid(int index) const final;
    void showEntry(int index) final;
    void focusEntryProblem() final;
    [[nodiscard]] std::vector<FieldProblem> problems(int index) const;
    void useMendedUrl();
    void showProblems();

    const Words m_words;
    QLineEdit *m_name;
    QLineEdit *m_url;
    FormRow *m_nameRow;
    FormRow *m_urlRow;
    FormFields m_fields;
    AccessForm *m_access;
    ResultCard *m_card;
};

//! \brief Of a duration, as a seconds box shows it.
[[nodiscard]] int wholeSeconds(std::chrono::milliseconds duration);
//! \brief Keeps a duration of a file that is no whole second as long as the user leaves it alone.
void takeSeconds(std::chrono::milliseconds &duration, int shown);
// The same of a size.
[[nodiscard]] int wholeMebibytes(qint64 bytes);
void takeMebibytes(qint64 &bytes, int shown);
[[nodiscard]] QString addressText(const QUrl &url);

} // namespace sockeye
