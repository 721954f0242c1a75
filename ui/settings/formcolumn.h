// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

class QGridLayout;

namespace sockeye {

class Theme;

//! \brief The text of a label without the mark of its key: "Size" of "Si&ze", and "大小" of "大小(&Z)", as it
//! is written where the letters of a language are no keys.
[[nodiscard]] QString withoutKey(QString label);

//! \brief A label, an editor and a note under it, which says what is expected or, in its place, what is
//! wrong.
class FormRow final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormRow)

public:
    //! \a note stands under \a editor in one parent, which is shown and hidden with them.
    FormRow(QLabel *label, QWidget *editor, QLabel *note, const Theme &theme);
    ~FormRow() override;

    [[nodiscard]] QWidget *editor() const { return m_editor; }
    void setNote(const QString &note);
    //! \brief Shows what is wrong; an empty text shows the note again.
    void setProblem(const QString &problem);
    [[nodiscard]] bool hasProblem() const { return !m_problem.isEmpty(); }
    //! \brief A caution that hinders nothing.
    void setWarning(const QString &warning);
    //! \brief Without the mark of its key.
    [[nodiscard]] QString label() const;
    void setLabel(const QString &text);
    void setVisible(bool visible);

private:
    void update();

    QLabel *m_label;
    QWidget *m_editor;
    QLabel *m_noteLabel;
    const Theme &m_theme;
    QString m_note;
    QString m_problem;
    QString m_warning;
};

//! \brief A label in the colour of what explains, which follows the theme.
class DimLabel final : public QLabel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DimLabel)

public:
    DimLabel(const QString &text, const Theme &theme, QWidget *parent = nullptr);
    ~DimLabel() override;

private:
    void recolor(const Theme &theme);
};

//! \brief Rows one under the other, labels to the right of their column.
class FormColumn final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormColumn)

public:
    explicit FormColumn(const Theme &theme, QWidget *parent = nullptr);
    ~FormColumn() override;

    //! \brief The row belongs to the column. The editor's object name and its label name it to others.
    FormRow *addRow(const QString &label, QWidget *editor, const QString &note = {});
    //! \brief A widget over the whole width.
    void addWide(QWidget *widget);
    void addStretch();

private:
    const Theme &m_theme;
    QGridLayout *m_grid;
    int m_rows = 0;
};

//! \brief A line between two parts of a page.
[[nodiscard]] QWidget *makeLine(Qt::Orientation orientation, QWidget *parent);

} // namespace sockeye
