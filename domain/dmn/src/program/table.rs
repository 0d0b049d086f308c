//! Decision tables, their texts read.

use crate::parts::{Aggregation, HitPolicy};
use crate::types::ItemType;
use feel::{Expression, UnaryTests, Value};
use std::sync::Arc;

#[derive(Debug)]
pub(crate) struct Table {
    /// The element whose logic it is.
    pub element: Arc<str>,
    pub id: Option<String>,
    pub policy: HitPolicy,
    pub aggregation: Option<Aggregation>,
    pub inputs: Vec<Column>,
    pub outputs: Vec<Output>,
    pub rows: Vec<Row>,
}

#[derive(Debug)]
pub(crate) struct Column {
    pub title: Arc<str>,
    pub expression: Expression,
    pub kind: Option<Arc<ItemType>>,
    pub values: Option<UnaryTests>,
}

#[derive(Debug)]
pub(crate) struct Output {
    pub title: Arc<str>,
    pub name: Arc<str>,
    pub kind: Option<Arc<ItemType>>,
    pub values: Option<UnaryTests>,
    /// The output values one by one, the first first.
    pub order: Vec<Value>,
    pub default: Option<Expression>,
}

#[derive(Debug)]
pub(crate) struct Row {
    pub id: String,
    pub inputs: Vec<UnaryTests>,
    pub outputs: Vec<Expression>,
}
